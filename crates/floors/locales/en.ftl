floors-title = Floor plan
floors-office-title = Plans
floors-office-lead = One drawing for each level. Everybody sees what is free there, and books by touching a space.
floors-office-none = No plan
floors-office-none-text = Begin with a level: a name, then rectangles on a grid or over a picture.
floors-none = No plan yet
floors-none-text = The team draws the levels in the office, on the page “Plans”.
floors-begin = New level
floors-begin-act = Begin
floors-made = The level is there. Draw its spaces.
floors-name = Name of the level
floors-name-hint = For example “1st floor”.
floors-position = Order
floors-see = See the plan
floors-draw = Draw the plans
floors-calendar = Calendar
floors-day = Day
floors-time = Time
floors-show = Show
floors-now = Now
floors-levels = Levels
floors-rest = Also to be booked
floors-drawing-of = Plan, { $level }
floors-free = Free
floors-busy = Taken
floors-closed = Closed
floors-until = until { $time }
floors-opens = opens at { $time }
floors-units = { $left ->
    [one] { $left } free of { $units }
   *[other] { $left } free of { $units }
}
floors-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
floors-shapes = { $count ->
    [0] nothing drawn
    [one] { $count } rectangle
   *[other] { $count } rectangles
}
floors-changed = saved { $when }
floors-kept = The plan is saved.
floors-save = Save the plan
floors-save-anyway = Save mine instead
floors-see-theirs = See theirs
floors-meanwhile = { $who } saved this plan meanwhile ({ $when }).
floors-meanwhile-text = Nothing was overwritten. Your drawing is still below: look at the other one, then choose.
floors-drawing = Drawing of the level
floors-help = Drag a rectangle to move it, its corner to resize it. With the keyboard: arrows move, Shift and arrows resize, Delete removes, Enter goes to its name, Ctrl + Z undoes.
floors-add = Add a rectangle
floors-undo = Undo
floors-remove = Remove
floors-lines = Rectangles
floors-lines-hint = One line for each rectangle, in squares of the grid from the top left corner. A rectangle without a space keeps its name: stairs, kitchen.
floors-space = Space
floors-space-of = Space of rectangle { $line }
floors-no-space = None (landmark)
floors-label = Name written
floors-label-of = Name of rectangle { $line }
floors-x = Left
floors-x-of = Distance from the left side, rectangle { $line }
floors-y = Top
floors-y-of = Distance from the top, rectangle { $line }
floors-wide = Width
floors-wide-of = Width of rectangle { $line }
floors-high = Height
floors-high-of = Height of rectangle { $line }
floors-remove-of = Remove rectangle { $line }
floors-new-shape = New
floors-says-shape = %name%, %wide% by %high%, %x% from the left and %y% from the top
floors-says-removed = %name% is removed
floors-picture = Picture beneath
floors-picture-file = PNG or JPEG picture
floors-picture-hint = { $megabytes } MB at most. It is stretched to the size of the plan.
floors-picture-keep = Put this picture
floors-picture-drop = Take the picture away
floors-picture-kept = The picture is under the plan.
floors-picture-dropped = The picture is gone.
floors-retire = Take this level away
floors-retire-text = The plan is no longer shown. Its spaces and their bookings stay.
floors-retire-confirm = This plan will no longer be shown. Its spaces and their bookings stay.
floors-retired = The plan is taken away.
floors-refused-size = A plan has between 4 and 80 squares a side.
floors-refused-position = The order is between 0 and 1000.
floors-refused-too-many = Too many rectangles on this plan: 150 at most.
floors-refused-enough = The place has 40 plans already.
floors-refused-outside = Rectangle { $line } leaves the plan, or has no surface.
floors-refused-label = Rectangle { $line } is no space: give it a name of 40 characters at most.
floors-refused-unknown-space = The space of rectangle { $line } does not exist here.
floors-refused-changed = Somebody saved this plan meanwhile.
floors-refused-numbers = Four whole numbers are wanted: left, top, width, height.
floors-refused-picture-kind = This file is neither a PNG nor a JPEG.
floors-refused-picture-size = This picture is too large.
permission-floors-draw = Draw the plans of the levels
activity-plan-made = began the plan “{ $level }”
activity-plan-drawn = drew the plan “{ $level }”
activity-plan-retired = took a plan away
activity-plan-picture = put a picture under a plan
activity-plan-picture-dropped = took the picture from under a plan

# What is held about people.
floors-holding-drawings = Plans of the levels
floors-holding-drawings-purpose = To know who drew a plan last
floors-let = Let by the month
