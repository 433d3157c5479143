package androidx.activity.result.contract

class ActivityResultContracts {
    class OpenDocument
}
