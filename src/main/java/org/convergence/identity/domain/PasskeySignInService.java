package org.convergence.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.domain.SignInAttemptService.AttemptOutcome;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs in with a passkey, without a user name. The session is the same as after a sign-in link. */
@Service
public class PasskeySignInService {

    private final PasskeyChallengeRepository questions;
    private final PasskeySettings settings;
    private final PasskeyVerifier check;
    private final SignInAttemptService attempts;
    private final SessionService sessions;

    PasskeySignInService(
            PasskeyChallengeRepository questions,
            PasskeySettings settings,
            PasskeyVerifier check,
            SignInAttemptService attempts,
            SessionService sessions) {
        this.questions = questions;
        this.settings = settings;
        this.check = check;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /**
     * The challenge for the browser's authenticator. It is the same for everyone, so it does not reveal which accounts
     * exist.
     *
     * @throws TooManyAttempts if the network asked for too many
     */
    @Open("used before sign-in")
    @Transactional
    public PasskeyChallenge createChallenge(String remoteAddress) {
        attempts.countQuestion(remoteAddress);
        var asked = questions.create(null);
        return new PasskeyChallenge(PasskeyVerifier.json(settings.request(asked.challenge())), asked.ticket());
    }

    /**
     * Begins a session.
     *
     * @param ticket from the cookie
     * @param answer of the authenticator, as JSON
     * @return the session's secret, for the cookie
     * @throws Refused if the answer is invalid, for any reason
     * @throws TooManyAttempts if the network sent too many wrong answers
     */
    @Open("the passkey authenticates")
    @Transactional(noRollbackFor = Refused.class)
    public String signIn(String ticket, String answer, String device, String remoteAddress) {
        String origin = AttemptOrigin.networkOf(remoteAddress);
        Optional<UUID> account =
                questions.take(ticket, null).flatMap(challenge -> check.authenticate(challenge, answer));
        if (account.isEmpty()) {
            attempts.countWrong(remoteAddress);
            attempts.record(AttemptOutcome.PASSKEY_REFUSED, null, origin);
            throw new Refused("identity.passkey.refused");
        }
        attempts.record(AttemptOutcome.SIGNED_IN, account.get(), origin);
        return sessions.begin(account.get(), device);
    }
}
