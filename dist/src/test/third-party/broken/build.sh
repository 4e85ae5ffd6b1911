jar --create --file broken.jar --manifest manifest.txt -C resources .
