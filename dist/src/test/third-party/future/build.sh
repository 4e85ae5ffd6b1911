jar --create --file future.jar --manifest manifest.txt -C resources .
