javac --release 17 -d classes src/com/example/shapes/*.java
jar --create --file shapes-2.0.jar -C classes .
