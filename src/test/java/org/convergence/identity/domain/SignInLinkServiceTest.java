package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A small organisation from its set-up on; the tests do not depend on each other's order. */
@ModuleTest
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class SignInLinkServiceTest {

    private static final Actor SYSTEM = Actor.system("test");

    @Autowired
    private SetUpService setUp;

    @Autowired
    private AccountService accounts;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private SessionService sessions;

    @Autowired
    private ApiTokenService tokens;

    @Autowired
    private JdbcClient db;

    @Test
    void linkOpensOnlyOneSession() throws Exception {
        UUID account = account("lien@exemple.org", Role.STAFF);
        String link = CurrentActor.callAs(SYSTEM, () -> signIn.issue(account, SignInLinkService.LINK));

        assertThat(signIn.findOwnerName(link, "203.0.113.9")).contains("Une personne");
        String session = signIn.signIn(link, "Firefox · Linux", "203.0.113.9");

        assertThat(sessions.find(session)).hasValueSatisfying(known -> {
            assertThat(known.actor().id()).isEqualTo(account);
            assertThat(known.actor().may("identity.own")).isTrue();
            assertThat(known.actor().may("identity.accounts")).isFalse();
        });
        assertThatThrownBy(() -> signIn.signIn(link, "Firefox · Linux", "203.0.113.9"))
                .isInstanceOf(Refused.class);
        assertThat(signIn.findOwnerName(link, "203.0.113.9")).isEmpty();
    }

    @Test
    void aSessionEndsWithSigningOutAndWithTheAccount() throws Exception {
        UUID account = account("fin@exemple.org", Role.STAFF);
        String first = signedIn(account);
        String second = signedIn(account);

        sessions.end(first);
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(second)).isPresent();

        account("garde@exemple.org", Role.ADMINISTRATOR);
        CurrentActor.runAs(SYSTEM, () -> accounts.close(account));
        assertThat(sessions.find(second)).isEmpty();
    }

    @Test
    void roleEndedYesterdayGrantsNothing() throws Exception {
        UUID account = account("stage@exemple.org", Role.VOLUNTEER);
        String session = signedIn(account);
        db.sql("UPDATE identity.role_grant SET from_date = :from, to_date = :to WHERE account_id = :account")
                .param("from", LocalDate.now(ZoneId.of("America/Toronto")).minusDays(30))
                .param("to", LocalDate.now(ZoneId.of("America/Toronto")).minusDays(1))
                .param("account", account)
                .update();

        assertThat(sessions.find(session))
                .hasValueSatisfying(
                        known -> assertThat(known.actor().permissions()).isEmpty());
    }

    @Test
    void tokenNeverExceedsPermissionsOfItsOwner() throws Exception {
        UUID account = account("jeton@exemple.org", Role.BOARD_MEMBER);
        Actor owner = sessions.find(signedIn(account)).orElseThrow().actor();
        String token = CurrentActor.callAs(
                owner,
                () -> tokens.create("Essai", java.util.EnumSet.of(PermissionNature.READ, PermissionNature.EDIT), 30));

        assertThat(tokens.find(token)).hasValueSatisfying(known -> {
            assertThat(known.actor().may("identity.own")).isFalse();
            assertThat(known.actor().permissions()).isSubsetOf(owner.permissions());
        });
        UUID id = CurrentActor.callAs(owner, () -> tokens.findOwn().get(0).id());
        CurrentActor.runAs(owner, () -> tokens.revokeMine(id));
        assertThat(tokens.find(token)).isEmpty();
    }

    @Test
    void unknownAddressGetsSameResponseAndNoLink() {
        long before = letters();
        signIn.requestLink("personne@exemple.org", "203.0.113.77");
        assertThat(letters()).isEqualTo(before);
    }

    @Autowired
    private List<BodyCompleter> completers;

    @Test
    void withholdsALinkThatWaitedLongerThanItWorks() throws Exception {
        UUID account = account("attente@exemple.org", Role.STAFF);
        assertThat(withholdingReason("identity_link", account, 29)).isEmpty();
        assertThat(withholdingReason("identity_link", account, 31)).contains("identity.letter.withheld.late");
        assertThat(withholdingReason("identity_invitation", account, 31)).isEmpty();
        assertThat(withholdingReason("identity_invitation", account, 7 * 24 * 60 + 1))
                .contains("identity.letter.withheld.late");
        account("garde2@exemple.org", Role.ADMINISTRATOR);
        CurrentActor.runAs(SYSTEM, () -> accounts.close(account));
        assertThat(withholdingReason("identity_link", account, 1)).contains("identity.letter.withheld.closed");
    }

    private Optional<String> withholdingReason(String completer, UUID account, int minutes) {
        return completers.stream()
                .filter(each -> each.name().equals(completer))
                .findFirst()
                .orElseThrow()
                .withholdingReason(new BodyCompleter.WaitingLetter(
                        account,
                        "attente@exemple.org",
                        completer,
                        null,
                        Instant.now().minusSeconds(minutes * 60L)));
    }

    @Test
    void theOutboxHoldsNoTokenOfALink() throws Exception {
        UUID account = account("boite@exemple.org", Role.STAFF);
        long links = links();
        signIn.requestLink("BOITE@exemple.org", "203.0.113.78");

        assertThat(db.sql("SELECT body FROM platform.mail_message WHERE recipient = 'boite@exemple.org'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(body -> assertThat(body).contains("[[link]]").doesNotContain("/sign-in/"));
        assertThat(links()).isEqualTo(links);
        assertThat(account).isNotNull();
    }

    @Test
    void limitsLinksPerAddressAndNetworkSoThatOwnerKeepsAShare() {
        String mail = "insistante@exemple.org";
        int outsider = 0;
        for (int i = 0; i < 30; i++) {
            outsider += isCounted(mail, "198.51.100.7") ? 1 : 0;
        }
        assertThat(outsider).isEqualTo(SignInAttemptService.ASKED_BY_NETWORK_FOR_ADDRESS);
        for (int i = 0; i < SignInAttemptService.ASKED_BY_NETWORK_FOR_ADDRESS; i++) {
            signIn.countRequest(mail.toUpperCase(java.util.Locale.ROOT), "203.0.113.80");
        }
        assertThatThrownBy(() -> signIn.countRequest(mail, "203.0.113.80"))
                .isInstanceOfSatisfying(TooManyAttempts.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("public.limit.address");
                    assertThat(refused.minutes()).isBetween(1L, 4L);
                });
        assertThat(isCounted("autre@exemple.org", "203.0.113.80")).isTrue();
    }

    @Test
    void limitsLinksForOneAddressOverAllNetworksAndLeavesThoseSentValid() throws Exception {
        UUID account = account("visee@exemple.org", Role.STAFF);
        String first = CurrentActor.callAs(SYSTEM, () -> signIn.issue(account, SignInLinkService.LINK));
        int counted = 0;
        for (int i = 0; i < 40; i++) {
            counted += isCounted("visee@exemple.org", "192.0.2." + (200 + i)) ? 1 : 0;
        }
        assertThat(counted).isEqualTo(SignInAttemptService.ASKED_FOR_ADDRESS);
        CurrentActor.callAs(SYSTEM, () -> signIn.issue(account, SignInLinkService.LINK));
        assertThat(signIn.signIn(first, "Firefox", "203.0.113.81")).isNotEmpty();
    }

    @Test
    void assemblySignsInFromNetworkThatTriedWrongLinks() throws Exception {
        UUID account = account("salle@exemple.org", Role.STAFF);
        String hall = "203.0.113.90";
        int limited = 0;
        for (int i = 0; i < 70; i++) {
            try {
                signIn.signIn("faux" + i, "Firefox", hall);
            } catch (TooManyAttempts refused) {
                limited++;
            } catch (Refused wrong) {
                assertThat(wrong.messageKey()).isEqualTo("identity.link.refused");
            }
        }
        assertThat(limited).isEqualTo(70 - SignInAttemptService.WRONG_BY_NETWORK);
        for (int i = 0; i < 100; i++) {
            String link = CurrentActor.callAs(SYSTEM, () -> signIn.issue(account, SignInLinkService.LINK));
            assertThat(signIn.findOwnerName(link, hall)).isPresent();
            assertThat(signIn.signIn(link, "Firefox", hall)).isNotEmpty();
            assertThatThrownBy(() -> signIn.signIn(link, "Firefox", hall))
                    .as("a used link is not an attempt to guess")
                    .isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> signIn.findOwnerName("faux", hall)).isInstanceOf(TooManyAttempts.class);
    }

    private boolean isCounted(String mail, String network) {
        try {
            signIn.countRequest(mail, network);
            return true;
        } catch (TooManyAttempts refused) {
            return false;
        }
    }

    @Test
    void refusesRemovingTheLastAdministrator() throws Exception {
        db.sql("UPDATE identity.account SET closed_at = now() WHERE closed_at IS NULL")
                .update();
        UUID only = account("seule@exemple.org", Role.ADMINISTRATOR);
        assertThatThrownBy(() -> CurrentActor.runAs(SYSTEM, () -> accounts.close(only)))
                .isInstanceOf(Refused.class);
        assertThat(db.sql("SELECT closed_at IS NULL FROM identity.account WHERE id = :id")
                        .param("id", only)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void managingAccountsNeedsPermission() throws Exception {
        UUID account = account("equipe@exemple.org", Role.STAFF);
        Actor staff = sessions.find(signedIn(account)).orElseThrow().actor();
        assertThatThrownBy(() -> CurrentActor.runAs(
                        staff, () -> accounts.grant(account, Role.ADMINISTRATOR, LocalDate.of(2025, 1, 1), null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theOrganisationIsFoundedOnceAndOnlyWithThePrintedToken() {
        OrganisationProfile organisation = new OrganisationProfile(
                "Solidarité en partage", List.of("fr", "en"), ZoneId.of("America/Toronto"), MonthDay.of(4, 1), null);
        assertThatThrownBy(() -> setUp.createOrganisation("devine", organisation, "Une personne", "a@exemple.org"))
                .isInstanceOf(Refused.class);

        String link = setUp.createOrganisation(setUp.secret(), organisation, "Une personne", "premiere@exemple.org");
        assertThat(signIn.findOwnerName(link, "203.0.113.9")).contains("Une personne");
        assertThat(setUp.isNeeded()).isFalse();
        assertThatThrownBy(
                        () -> setUp.createOrganisation(setUp.secret(), organisation, "Une autre", "autre@exemple.org"))
                .isInstanceOf(Refused.class);
    }

    private UUID account(String mail, Role role) throws Exception {
        return CurrentActor.callAs(SYSTEM, () -> accounts.open("Une personne", mail, "fr", List.of(role), null));
    }

    private String signedIn(UUID account) throws Exception {
        String link = CurrentActor.callAs(SYSTEM, () -> signIn.issue(account, SignInLinkService.LINK));
        return signIn.signIn(link, "Chrome · Android", "192.0.2." + (account.hashCode() & 0x7f));
    }

    private long letters() {
        return db.sql("SELECT count(*) FROM platform.mail_message")
                .query(Long.class)
                .single();
    }

    private long links() {
        return db.sql("SELECT count(*) FROM identity.sign_in_link")
                .query(Long.class)
                .single();
    }
}
