javac --release 17 -cp "$FRAMEWORK/lib/*:../shapes-1/shapes-1.0.jar" -d classes src/com/example/circles/*.java
jar --create --file circles.jar --manifest manifest.txt -C classes . -C resources .
