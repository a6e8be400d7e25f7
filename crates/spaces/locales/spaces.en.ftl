permission-spaces-read = See when rooms are taken
permission-spaces-book = Book for oneself
permission-spaces-see-bookers = See who booked
permission-spaces-book-for-others = Book for others and answer requests
permission-spaces-override = Go past hours and limits
permission-spaces-manage = Manage spaces, hours and terms
