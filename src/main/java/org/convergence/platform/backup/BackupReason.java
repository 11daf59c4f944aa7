package org.convergence.platform.backup;

/** Why a backup was made. */
public enum BackupReason {
    DAILY("daily"),
    BY_HAND("by-hand"),
    BEFORE_MIGRATION("before-migration");

    private final String word;

    BackupReason(String word) {
        this.word = word;
    }

    /** Its word in the file name. */
    String word() {
        return word;
    }

    static BackupReason of(String word) {
        for (BackupReason reason : values()) {
            if (reason.word.equals(word)) {
                return reason;
            }
        }
        return BY_HAND;
    }
}
