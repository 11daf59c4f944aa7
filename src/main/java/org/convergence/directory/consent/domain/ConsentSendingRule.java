package org.convergence.directory.consent.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.mail.SendingRule;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sending rule for mailings: each topic is a purpose. People are checked one by one; an organisation itself
 * receives only messages about its account or required by law (R-CASL-13, R-CASL-14).
 */
@Component
class ConsentSendingRule implements SendingRule {

    private final ConsentChecker consents;
    private final SenderIdentityRepository senderIdentityRepository;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    ConsentSendingRule(
            ConsentChecker consents,
            SenderIdentityRepository senderIdentityRepository,
            OrganisationSettings settings,
            JdbcClient db) {
        this.consents = consents;
        this.senderIdentityRepository = senderIdentityRepository;
        this.settings = settings;
        this.db = db;
    }

    @Override
    public boolean appliesTo(String topic) {
        return purpose(topic).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, SendingVerdict> findVerdicts(String topic, Collection<UUID> parties) {
        Purpose purpose = purpose(topic).orElseThrow(() -> new IllegalArgumentException("No purpose: " + topic));
        Set<UUID> people = known("directory.people_person_name", parties);
        Set<UUID> organisations = known("directory.people_organisation_name", parties);
        Map<PersonId, ConsentDecision> answers = consents.mayWrite(
                people.stream().map(PersonId::new).toList(), ConsentChannel.MAIL, purpose, settings.today());
        Map<UUID, SendingVerdict> verdicts = new LinkedHashMap<>();
        answers.forEach((person, answer) -> verdicts.put(person.value(), verdict(answer, purpose)));
        organisations.forEach(organisation -> verdicts.put(organisation, ofOrganisation(purpose)));
        return verdicts;
    }

    /** Each mailing to a person but a legal notice is signed and can be stopped, also where no law asks for it. */
    private static SendingVerdict verdict(ConsentDecision answer, Purpose purpose) {
        return new SendingVerdict(
                answer.allowed(),
                answer.identified() || purpose.nature() != Purpose.PurposeNature.EXEMPT,
                answer.allowed() ? null : answer.reason().key());
    }

    private static SendingVerdict ofOrganisation(Purpose purpose) {
        boolean its =
                purpose.nature() == Purpose.PurposeNature.SERVICE || purpose.nature() == Purpose.PurposeNature.EXEMPT;
        return new SendingVerdict(its, false, its ? null : ConsentDecision.ConsentReason.NOTHING.key());
    }

    private Set<UUID> known(String table, Collection<UUID> parties) {
        return new HashSet<>(db.sql("SELECT id FROM " + table + " WHERE id = ANY (?)")
                .param(List.copyOf(parties).toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    @Override
    public SenderDetails sender() {
        SenderIdentity standing = senderIdentityRepository.current();
        String address = standing.address();
        String contact = standing.contact();
        return new SenderDetails(address == null ? "" : address, contact == null ? "" : contact);
    }

    @Override
    public String completer() {
        return PreferenceLinkCompleter.NAME;
    }

    private static Optional<Purpose> purpose(String topic) {
        return Arrays.stream(Purpose.values())
                .filter(each -> each.word().equals(topic))
                .findFirst();
    }
}
