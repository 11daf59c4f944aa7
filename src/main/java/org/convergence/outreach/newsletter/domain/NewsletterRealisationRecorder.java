package org.convergence.outreach.newsletter.domain;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.springframework.stereotype.Component;

/** Records an issue that was sent as a realisation of its line. */
@Component
record NewsletterRealisationRecorder(
        RealisationRecorder realisations, RecipientWords words, OrganisationSettings settings) {

    /** The realisations of issues. */
    Set<RealisationId> findByIssues(Collection<Newsletter> issues) {
        return issues.stream()
                .flatMap(each -> realisations.findBySource(source(each)).stream())
                .collect(Collectors.toSet());
    }

    private static RealisationSource source(Newsletter issue) {
        String id = issue.id().value().toString();
        return new RealisationSource("outreach.newsletter", "issue", id, "/outreach/newsletter/" + id);
    }

    void record(Newsletter issue, String subject) {
        realisations.record(RecordRealisationCommand.forLine(
                source(issue),
                new RealisationDetails(
                        TextShortener.shorten(
                                words.forOrganisation()
                                        .say("newsletter.realisation", String.valueOf(issue.number()), subject),
                                RealisationDetails.LONGEST_TITLE),
                        RealisationKind.PUBLICATION,
                        DayRange.on(settings.dayOf(Objects.requireNonNull(issue.startedAt()))),
                        null,
                        null,
                        Set.of()),
                Amounts.UNKNOWN,
                issue.action()));
    }
}
