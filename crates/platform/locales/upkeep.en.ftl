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

# Photographs.
shell-photo = Photograph
shell-photo-hint = JPEG, PNG or WebP, 10 MB at most. Where and with what it was taken is not kept.
shell-photo-alternative = What it shows
shell-photo-alternative-hint = A sentence for people who do not see it: “Table for eight by the window”.
shell-photo-add = Add the photograph
shell-photo-describe = Keep
shell-photo-raise = Move forward
shell-photo-remove = Remove
shell-photo-remove-confirm = This photograph will be erased for good.
shell-photo-added = Photograph added.
shell-photo-changed = Kept.
shell-photo-removed = Photograph removed.
shell-photo-kind = This file is no JPEG, PNG or WebP picture.
shell-photo-too-large = This file is larger than 10 MB.
shell-photo-too-many-pixels = This picture has too many pixels: 40 million at most.
shell-photo-too-small = This picture is too small: at least 64 pixels a side.
shell-photo-damaged = This picture could not be read to its end. Save it again, then retry.
shell-photo-alternative-refused = Say in a few words what it shows (300 characters at most).
shell-photo-too-many = Twelve photographs at most: remove one first.

# Pages shown by other sites.
shell-framing-not-a-site = “{ $line }” is not the address of a site. Write for instance https://place.example.org.
shell-framing-too-many = Ten sites at most.
