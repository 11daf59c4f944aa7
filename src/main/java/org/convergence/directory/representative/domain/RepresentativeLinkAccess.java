package org.convergence.directory.representative.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.representative.CorrectionSource;
import org.convergence.directory.representative.RepresentativeSection;
import org.convergence.directory.representative.RepresentativeSection.LinkPageSection;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Access by link to one organisation, and to no other. Each operation finds the organisation by the secret; ids sent by
 * the page are checked against what that organisation has.
 */
@Service
@Transactional
@Open("a link opens one organisation's page to its representative")
public class RepresentativeLinkAccess {

    private static final Actor BY_LINK = Actor.system("representative");

    private final ProposalSubmission proposals;
    private final ObjectProvider<CorrectionSource> correctables;
    private final ObjectProvider<RepresentativeSection> sections;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final LinkSecretLookup links;

    RepresentativeLinkAccess(
            ProposalSubmission proposals,
            ObjectProvider<CorrectionSource> correctables,
            ObjectProvider<RepresentativeSection> sections,
            PeopleDirectory people,
            OrganisationSettings settings,
            LinkSecretLookup links) {
        this.proposals = proposals;
        this.correctables = correctables;
        this.sections = sections;
        this.people = people;
        this.settings = settings;
        this.links = links;
    }

    /** Finds the organisation of a valid secret. */
    @Component
    record LinkSecretLookup(JdbcClient db, Clock clock) {

        OrganisationId requireOrganisation(String secret, LocalDate today) {
            return find(
                    "SELECT organisation FROM directory.representative_link WHERE token_hash = ? AND until >= ?",
                    Token.hashOf(secret),
                    today);
        }

        OrganisationId recordOpening(String secret, LocalDate today) {
            return find("""
                            UPDATE directory.representative_link SET opened_at = ?
                            WHERE token_hash = ? AND until >= ? RETURNING organisation
                            """, SqlTime.now(clock), Token.hashOf(secret), today);
        }

        private OrganisationId find(String sql, Object... parameters) {
            return db.sql(sql)
                    .params(parameters)
                    .query(UUID.class)
                    .optional()
                    .map(OrganisationId::new)
                    .orElseThrow(() -> new NotFound("link"));
        }
    }

    /**
     * The content of the page.
     *
     * @param groups correctable items in order, by kind
     * @param pending pending proposals, by {@link ProposalSubmission#fieldName}
     */
    public record OpenedOrganisation(
            OrganisationName organisation,
            Map<String, List<CorrectionSource.CorrectableItem>> groups,
            Map<String, String> pending,
            List<LinkPageSection> sections) {}

    /**
     * Records that the page was opened, in a transaction of its own, since the page only reads.
     *
     * @throws NotFound where the secret is no longer valid
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public OrganisationId requireLink(String secret) {
        return links.recordOpening(secret, settings.today());
    }

    /** @throws NotFound where the secret is no longer valid */
    public OpenedOrganisation open(String secret, Words t) {
        return byLink(secret, organisation -> {
            Map<String, List<CorrectionSource.CorrectableItem>> groups = new LinkedHashMap<>();
            ordered().forEach(each -> groups.put(each.kind(), each.findItems(organisation, t)));
            return new OpenedOrganisation(
                    name(organisation),
                    groups,
                    proposals.findPending(organisation),
                    sections.stream()
                            .sorted(Comparator.comparingInt(RepresentativeSection::order))
                            .flatMap(each -> each.show(organisation, t).stream())
                            .toList());
        });
    }

    /**
     * Proposes each typed value that differs from the present one; an unchanged value withdraws the earlier proposal.
     *
     * @param typed by {@link ProposalSubmission#fieldName}
     * @return problems as message keys by place; if any, nothing is proposed
     */
    public Map<String, String> propose(String secret, Map<String, String> typed, Words t) {
        links.recordOpening(secret, settings.today());
        return byLink(secret, organisation -> proposals.propose(organisation, typed, ordered(), t));
    }

    /** @throws NotFound where the organisation of this secret has no such file */
    public RepresentativeSection.LinkPageFile file(String secret, UUID id) {
        return byLink(
                secret,
                organisation -> sections.stream()
                        .flatMap(each -> each.file(organisation, id).stream())
                        .findFirst()
                        .orElseThrow(() -> new NotFound("file")));
    }

    private List<CorrectionSource> ordered() {
        return correctables.stream()
                .sorted(Comparator.comparingInt(CorrectionSource::order))
                .toList();
    }

    private OrganisationName name(OrganisationId organisation) {
        return Optional.ofNullable(
                        people.organisationNames(List.of(organisation)).get(organisation))
                .orElseThrow(() -> new NotFound("organisation"));
    }

    private <T> T byLink(String secret, Function<OrganisationId, T> work) {
        OrganisationId organisation = links.requireOrganisation(secret, settings.today());
        return CurrentActor.callAs(BY_LINK, () -> work.apply(organisation));
    }
}
