package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectedNameScanner.MentionSearch;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.Recurrence;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactionPass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Replaces, each night, the names of protected people that were written since the last sweep. */
@Component
@Recurrence(name = "protection.sweep", cron = "0 20 3 * * *")
record NameSweepSchedule(
        ResealingService resealingService,
        IdentityVault vault,
        ProtectedNameScanner scan,
        NameSweepRepository store,
        JobQueue jobs)
        implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(NameSweepSchedule.class);

    @Override
    public void run() {
        sealAgain();
        Map<PersonId, NameSpellings> known = vault.findAllSpellings();
        Set<PersonId> named = inTexts(known);
        known.forEach((person, names) -> {
            Optional<Instant> looked = store.searchedSince(person);
            // Never: the sweep submitted at sealing did not finish.
            if (looked.isEmpty() || named.contains(person) || isNamedInFiles(person, names, looked.get())) {
                NameSweepJob.submit(jobs, person, List.of(), 0);
            }
        });
    }

    private boolean isNamedInFiles(PersonId person, NameSpellings names, Instant since) {
        ProtectedNameScanner.SearchedFiles searched = scan.searchFiles(person, names, since);
        store.addUnread(person, searched.unread());
        return searched.named();
    }

    /** The people who are named in a text; also records possible mentions. Each table is read once, for all people. */
    private Set<PersonId> inTexts(Map<PersonId, NameSpellings> known) {
        Set<PersonId> named = new HashSet<>();
        if (known.isEmpty()) {
            return named;
        }
        try (RedactionPass pass = scan.open()) {
            for (String table : pass.tables()) {
                Map<PersonId, MentionSearch> searches = new LinkedHashMap<>();
                known.forEach((person, names) -> searches.put(person, scan.newSearch(person, names)));
                try {
                    pass.read(table, text -> searches.values().forEach(each -> each.search(text)));
                } catch (IllegalStateException unread) {
                    LOG.error("The table {} was not searched for protected people", table);
                    continue;
                }
                searches.forEach((person, search) -> {
                    if (search.isNamed()) {
                        named.add(person);
                    }
                    scan.record(person, table, search);
                });
            }
        }
        return named;
    }

    /** Seals people again that could not be sealed at startup, while no other account managed the accounts. */
    private void sealAgain() {
        try {
            resealingService.sealAgain();
        } catch (Refused damaged) {
            LOG.error("The protected people cannot be read: {}", damaged.messageKey());
        }
    }
}
