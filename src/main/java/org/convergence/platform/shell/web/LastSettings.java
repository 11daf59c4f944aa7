package org.convergence.platform.shell.web;

import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.Settings;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The organisation's settings as last read: the error page needs them even if the database is down. */
@Component
class LastSettings {

    private final OrganisationSettings settings;
    private volatile Settings last =
            new Settings("Convergence", List.of("fr", "en"), ZoneOffset.UTC, MonthDay.of(1, 1), null);

    LastSettings(OrganisationSettings settings) {
        this.settings = settings;
    }

    Settings get() {
        try {
            last = settings.current();
        } catch (DataAccessException away) {
            return last;
        }
        return last;
    }
}
