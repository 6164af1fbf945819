"""Show bibles that come with the package (data)."""
