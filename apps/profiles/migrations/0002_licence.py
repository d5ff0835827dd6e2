from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("profiles", "0001_profile")]

    operations = [
        migrations.AddField(
            model_name="profile",
            name="licence",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="profile",
            name="base_licence",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
    ]
