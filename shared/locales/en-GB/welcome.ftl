# Beginning.

welcome-title = Welcome to What Matters
welcome-alone = Use it on this device
