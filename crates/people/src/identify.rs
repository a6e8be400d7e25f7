//! From the cookie of a browser to the person behind it.
