package org.convergence.directory.consent.domain;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.PreferenceLinkIssuer;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's subscriptions, chosen by link without an account. A link never expires. No box is ticked in advance: a
 * newly ticked box is an express consent in the wording beside it, an unticked one is a withdrawal (R-CASL-3,
 * R-CASL-11).
 */
@Service
@Transactional
public class PreferenceService implements PreferenceLinkIssuer {

    private static final Actor BY_LINK = Actor.system("preferences");

    private final ConsentLedgerService ledger;
    private final ConsentDecisionQueries consentDecisions;
    private final SenderIdentityRepository senderIdentityRepository;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;
    private final BaseUrl baseUrl;

    PreferenceService(
            ConsentLedgerService ledger,
            ConsentDecisionQueries consentDecisions,
            SenderIdentityRepository senderIdentityRepository,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock,
            BaseUrl baseUrl) {
        this.ledger = ledger;
        this.consentDecisions = consentDecisions;
        this.senderIdentityRepository = senderIdentityRepository;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /**
     * The content of the page, without the person's name.
     *
     * @param received whether each purpose may be sent by mail now, in order
     * @param languages the person's language codes, preferred first
     */
    public record ChosenPreferences(Map<Purpose, Boolean> received, List<String> languages, SenderIdentity standing) {}

    @Override
    @Requires(ConsentPermissions.RECORD)
    public URI linkFor(PersonId person) {
        Token token = Token.random();
        db.sql("INSERT INTO directory.consent_link (id, person, token, made_at) VALUES (:id, :person, :token, :now)")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("token", token.hash())
                .param("now", SqlTime.now(clock))
                .update();
        return URI.create(baseUrl.value() + PATH + token.secret());
    }

    /**
     * The present subscriptions.
     *
     * @throws NotFound where the secret is unknown
     */
    @Open("a link opens the preferences of its recipient")
    @Transactional(readOnly = true)
    public ChosenPreferences open(String secret) {
        return byLink(secret, person -> {
            Map<Purpose, ConsentDecision> now =
                    consentDecisions.mayWrite(person, ConsentChannel.MAIL, settings.today());
            Map<Purpose, Boolean> received = new LinkedHashMap<>();
            now.forEach((purpose, answer) -> received.put(purpose, answer.allowed()));
            return new ChosenPreferences(received, languages(person), senderIdentityRepository.current());
        });
    }

    /**
     * Withdraws from every purpose the person can choose, on all channels, from now on.
     *
     * @throws NotFound where the secret is unknown
     */
    @Open("a link unsubscribes its recipient")
    public void stop(String secret, ConsentMethod method) {
        byLink(secret, person -> ledger.withdraw(person, null, null, settings.today(), method, null));
    }

    /**
     * Records an express consent for each newly ticked purpose, and a withdrawal for each unticked one.
     *
     * @param wording the exact wording beside each box
     * @param version the version of this wording
     * @throws NotFound where the secret is unknown
     */
    @Open("a link changes the preferences of its recipient")
    public void choose(String secret, Set<Purpose> ticked, Function<Purpose, String> wording, String version) {
        LocalDate today = settings.today();
        byLink(secret, person -> {
            consentDecisions.mayWrite(person, ConsentChannel.MAIL, today).forEach((purpose, now) -> {
                if (ticked.contains(purpose) && !now.allowed()) {
                    ledger.record(ConsentRecord.express(
                            person,
                            ConsentChannel.MAIL,
                            purpose,
                            today,
                            ConsentMethod.PREFERENCES,
                            wording.apply(purpose),
                            version,
                            null));
                } else if (!ticked.contains(purpose) && now.allowed()) {
                    ledger.withdraw(person, null, purpose, today, ConsentMethod.PREFERENCES, null);
                }
            });
            return true;
        });
    }

    private List<String> languages(PersonId person) {
        return db.sql("SELECT unnest(languages) FROM directory.people_person_contact WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .list();
    }

    private <T> T byLink(String secret, Function<PersonId, T> work) {
        Optional<UUID> person = db.sql("SELECT person FROM directory.consent_link WHERE token = ?")
                .param(Token.hashOf(secret))
                .query(UUID.class)
                .optional();
        PersonId known = new PersonId(person.orElseThrow(() -> new NotFound("preferences")));
        return CurrentActor.callAs(BY_LINK, () -> work.apply(known));
    }
}
