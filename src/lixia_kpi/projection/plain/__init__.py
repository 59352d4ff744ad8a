"""Plain methods: each carries a series on by one stated rule, without interval or chance.

Every method takes values of shape (series, years), oldest first, NaN where missing, and a horizon; it returns the
projected values, shape (series, horizon). Step 1 is the year after the last column. Every method starts from the
latest observation, so that a projection continues what is known; a series that cannot be carried on is NaN.
"""
