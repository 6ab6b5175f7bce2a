#!/bin/sh
# Makes an installation of a double: install.sh <installation folder> <program> <version>
# The folder gets bin/<program> and an include/ with the simulation headers.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1/bin"
root=$(cd "$1" && pwd)
rm -rf "$root/include"
cat > "$root/bin/$2" <<SCRIPT
#!/bin/sh
MNIST_HLS_DOUBLE_PROGRAM='$root/bin/$2'
export MNIST_HLS_DOUBLE_PROGRAM
exec tclsh '$here/double.tcl' '$2' '$3' "\$@"
SCRIPT
chmod 755 "$root/bin/$2"
cp -R "$here/../../../../src/main/sim" "$root/include"
