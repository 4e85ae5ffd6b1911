javac --release 17 -cp "$FRAMEWORK/lib/*" -d classes src/main/java/com/example/rings/*.java
mkdir -p plugins
jar --create --file plugins/rings-1.0.0.jar --manifest manifest.txt -C classes . -C src/main/resources .
