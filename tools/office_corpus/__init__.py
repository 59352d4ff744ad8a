"""Makes the messy workbooks of tests/data/office: `python -m tools.office_corpus [FILE…]`.

Needs LibreOffice for those that it converts. Files that exist are kept unless they are named; the table
`expected.csv`, what is to be read from each of them, is written anew every time.
"""
