// What the app and its widget use besides what the pages use.
import AppIntents
import BackgroundTasks
import Glance
import HealthKit
import LocalAuthentication
import Network
import Outside
import Security
import UserNotifications
import WidgetKit
