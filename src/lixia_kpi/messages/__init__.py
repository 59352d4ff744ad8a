"""Every word a person reads, in Chinese and English, one subject a file."""
