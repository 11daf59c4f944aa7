package org.convergence.identity.domain;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.RateLimiter;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.util.ReflectionTestUtils;

/** Ways to sign in for tests: an organisation, a link, a token. */
@Lazy
@Component
public class SignInFixture {

    private static final Actor SYSTEM = Actor.system("test");

    /** Each account uses a network of its own: the sign-in limits are shared by all tests of the process. */
    private static final AtomicInteger NETWORK = new AtomicInteger();

    private final OrganisationSettings settings;
    private final AccountService accounts;
    private final SignInLinkService signIn;
    private final SessionService sessions;
    private final ApiTokenService tokens;
    private final SignInAttemptService attempts;
    private final SecretAttemptLimiter secrets;
    private final SetUpService setUp;

    SignInFixture(
            OrganisationSettings settings,
            AccountService accounts,
            SignInLinkService signIn,
            SessionService sessions,
            ApiTokenService tokens,
            SignInAttemptService attempts,
            SecretAttemptLimiter secrets,
            SetUpService setUp) {
        this.settings = settings;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.attempts = attempts;
        this.secrets = secrets;
        this.setUp = setUp;
    }

    /**
     * The organisation of the tests, created once for each database. The sign-in limits are reset, since all browsers
     * run on this machine.
     */
    public void anOrganisation() {
        for (Object limited : List.of(attempts, secrets)) {
            Objects.requireNonNull((RateLimiter) ReflectionTestUtils.getField(limited, "limiter"))
                    .clear();
        }
        if (!settings.areSetUp()) {
            settings.create(new OrganisationProfile(
                    "Solidarité en partage",
                    List.of("fr", "en"),
                    ZoneId.of("America/Toronto"),
                    MonthDay.of(7, 1),
                    "QC-06"));
        }
    }

    /** The secret of the set-up, as printed at the start. */
    public String setUpSecret() {
        return setUp.secret();
    }

    /** A sign-in link of a new account. */
    public String link(String name, String mail, Role role) {
        try {
            return CurrentActor.callAs(
                    SYSTEM,
                    () -> signIn.issue(accounts.open(name, mail, "fr", List.of(role), null), SignInLinkService.LINK));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An API token of a new account, with all permissions of its role. */
    public String token(Role role) {
        String link = link("Programme", UUID.randomUUID() + "@exemple.org", role);
        String session = signIn.signIn(link, "test", elsewhere());
        Actor owner = sessions.find(session).orElseThrow().actor();
        try {
            return CurrentActor.callAs(owner, () -> tokens.create("test", EnumSet.allOf(PermissionNature.class), 1));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String elsewhere() {
        int number = NETWORK.incrementAndGet();
        return "10." + (100 + (number >> 8)) + "." + (number & 255) + ".1";
    }
}
