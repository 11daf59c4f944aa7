package org.convergence.platform.shell.web;

import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The organisation's settings as last read: the error page needs them even if the database is down. */
@Component
class CachedSettings {

    private final OrganisationSettings settings;
    private volatile OrganisationProfile last =
            new OrganisationProfile("Convergence", List.of("fr", "en"), ZoneOffset.UTC, MonthDay.of(1, 1), null);

    CachedSettings(OrganisationSettings settings) {
        this.settings = settings;
    }

    /** Without asking the database. */
    OrganisationProfile last() {
        return last;
    }

    OrganisationProfile get() {
        try {
            last = settings.current();
        } catch (DataAccessException away) {
            return last;
        }
        return last;
    }
}
