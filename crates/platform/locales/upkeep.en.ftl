# Files brought in.
shell-sheet-too-large = This file is too large: { $limit } MB at most. Split it into several.
shell-sheet-too-many-rows = This file has too many lines: { $limit } at most. Split it into several.
shell-sheet-too-many-columns = This file has too many columns: { $limit } at most.
shell-sheet-cell-too-long = A cell of this file is too long: { $limit } characters at most.
shell-sheet-empty = This file holds no line.
shell-sheet-unreadable = This file could not be read. Save it as CSV or XLSX, then try again.
shell-sheet-old-workbook = This workbook is in an old format (.xls). Save it as .xlsx or CSV, then try again.

# The place.
shell-place-host-taken = Another place is already reached at this address.
shell-place-name-missing = The place must have a name.

# Verification.
verify-registers = links of the registers
verify-counters = counters
verify-references = references between tables
verify-documents = stored documents
