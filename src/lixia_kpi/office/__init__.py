"""Other people's workbooks and delimited files: bytes in, sheets of cells out. It knows no indicator."""
