// What the app uses besides what the pages use.
import LocalAuthentication
import Network
import Security
