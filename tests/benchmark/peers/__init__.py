"""What the application is measured against, apart from Datasette."""
