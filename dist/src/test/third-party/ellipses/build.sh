javac --release 17 -cp "$FRAMEWORK/lib/*:../shapes-2/shapes-2.0.jar" -d classes src/com/example/ellipses/*.java
jar --create --file ellipses.jar --manifest manifest.txt -C classes . -C resources .
