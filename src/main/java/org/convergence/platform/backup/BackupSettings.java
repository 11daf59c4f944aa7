package org.convergence.platform.backup;

import java.nio.file.Path;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Folder and time of backups.
 *
 * @param dir their folder ({@code CONVERGENCE_BACKUP_DIR}); preferably on another disk than the data
 * @param at the time of the daily one, in the organisation's zone ({@code CONVERGENCE_BACKUP_AT}, {@code 02:30}), or
 *     {@code never}
 */
@ConfigurationProperties("convergence.backup")
record BackupSettings(
        @DefaultValue("data/backups") Path dir,
        @DefaultValue("02:30") String at) {

    @Nullable
    LocalTime hour() {
        return at.equals("never") ? null : LocalTime.parse(at);
    }
}
