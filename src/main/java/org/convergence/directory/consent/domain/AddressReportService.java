package org.convergence.directory.consent.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.convergence.directory.consent.AddressReportRecorder;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the withdrawals and failures that another mailing tool reports. */
@Service
@Transactional
@Requires(ConsentPermissions.RECORD)
public class AddressReportService implements AddressReportRecorder {

    private final AddressWithdrawals addresses;
    private final ConsentLedgerService ledger;
    private final ConsentDecisionQueries decisions;
    private final BounceRegistry bounces;
    private final OrganisationSettings settings;

    AddressReportService(
            AddressWithdrawals addresses,
            ConsentLedgerService ledger,
            ConsentDecisionQueries decisions,
            BounceRegistry bounces,
            OrganisationSettings settings) {
        this.addresses = addresses;
        this.ledger = ledger;
        this.decisions = decisions;
        this.bounces = bounces;
        this.settings = settings;
    }

    @Override
    @Transactional(label = "consent.withdraw")
    public AddressReport recordWithdrawals(Collection<String> reported, String source) {
        List<String> plain = plain(reported);
        Map<String, List<PersonId>> owners = addresses.findOwners(plain);
        Set<PersonId> open = findOpen(people(owners));
        addresses.insertMarksOfUnknown(
                plain.stream().filter(each -> !owners.containsKey(each)).toList(), settings.today());
        return report(plain, owners, address -> {
            boolean isNew = false;
            for (PersonId person : owners.getOrDefault(address, List.of())) {
                if (open.remove(person)) {
                    ledger.withdraw(person, null, null, settings.today(), ConsentMethod.FORM, source);
                    isNew = true;
                }
            }
            return isNew;
        });
    }

    /** Those who have not withdrawn from everything that a person can choose. */
    private Set<PersonId> findOpen(Set<PersonId> people) {
        Set<PersonId> open = new LinkedHashSet<>();
        for (Purpose purpose : Purpose.CHOSEN) {
            decisions
                    .mayWrite(people, ConsentChannel.MAIL, purpose, settings.today())
                    .forEach((person, decision) -> {
                        if (decision.reason() != ConsentReason.WITHDRAWN) {
                            open.add(person);
                        }
                    });
        }
        return open;
    }

    @Override
    public AddressReport recordFailures(Collection<String> reported) {
        List<String> plain = plain(reported);
        Map<String, BounceRegistry.BounceRecord> before = bounces.findByAddresses(plain);
        return report(plain, addresses.findOwners(plain), address -> {
            BounceRegistry.BounceRecord failed = before.get(address);
            if (failed != null && failed.failing()) {
                return false;
            }
            bounces.recordFailure(address);
            return true;
        });
    }

    private static AddressReport report(
            List<String> plain, Map<String, List<PersonId>> owners, Predicate<String> record) {
        AddressReport report =
                new AddressReport(people(owners), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String address : plain) {
            if (!owners.containsKey(address)) {
                report.unknown().add(address);
            } else if (record.test(address)) {
                report.recorded().add(address);
            } else {
                report.known().add(address);
            }
        }
        return report;
    }

    private static Set<PersonId> people(Map<String, List<PersonId>> owners) {
        Set<PersonId> people = new LinkedHashSet<>();
        owners.values().forEach(people::addAll);
        return people;
    }

    private static List<String> plain(Collection<String> reported) {
        return reported.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
