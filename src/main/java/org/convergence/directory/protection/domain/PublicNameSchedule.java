package org.convergence.directory.protection.domain;

import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.NameUse;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Withholds, each hour, what became public with the name of a sealed person who does not consent to it. */
@Component
@Recurrence(name = "protection.public", cron = "0 40 * * * *")
record PublicNameSchedule(IdentityVault vault, PublicNameReview published, OrganisationSettings settings, JdbcClient db)
        implements RecurringWork {

    @Override
    public void run() {
        if (vault.isEmpty()) {
            return;
        }
        Map<PersonId, NameSpellings> names = vault.findAllSpellings();
        db.sql("""
                        SELECT person FROM directory.protection_consent
                        WHERE use = :use AND withdrawn_on IS NULL AND :today BETWEEN given_on AND until
                        """)
                .param("use", NameUse.PUBLIC.name())
                .param("today", settings.today())
                .query(UUID.class)
                .list()
                .forEach(person -> names.remove(new PersonId(person)));
        published.withholdNew(names);
    }
}
