# Stops a test cluster once nobody has held a lease on it for a while, and removes its folder.
# $1 folder of the cluster, $2 seconds of idleness to wait for.
folder=$1
patience=$2
idle=0
last_user=
while sleep 1; do
    [ -e "$folder/lock" ] || exit 0
    exec 8<"$folder/lock" 9<"$folder/lease" || exit 0
    user=$(stat -c %Y "$folder/lease")
    # Nobody attaches while this holds the lock, and a free lease means that nobody is attached.
    if flock -n -x 8 && flock -n -x 9; then
        idle=$((idle + 1))
        [ "$user" = "$last_user" ] || idle=0
        if [ "$idle" -ge "$patience" ]; then
            server=$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)
            if [ -n "$server" ]; then
                kill -INT "$server" 2>/dev/null
                wait=0
                while [ -d "/proc/$server" ] && [ "$wait" -lt 300 ]; do
                    sleep 0.1
                    wait=$((wait + 1))
                done
            fi
            rm -rf "$folder"
            exit 0
        fi
    else
        idle=0
    fi
    last_user=$user
    exec 8<&- 9<&-
done
