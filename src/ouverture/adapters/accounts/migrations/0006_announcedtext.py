from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_maildoor"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnouncedText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=80)),
                ("on", models.DateField()),
                ("brought_by", models.CharField(max_length=32)),
                ("brought_at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("office", "name"), name="one_text_an_office")],
            },
        ),
    ]
