javac --release 17 -d classes src/com/example/shapes/*.java
jar --create --file shapes-1.0.jar -C classes .
