package org.convergence.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.convergence.identity.domain.SignInAttempts.Outcome;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs in with a passkey, without a user name. The session is the same as one begun by a link. */
@Service
public class PasskeySignIn {

    private final PasskeyQuestions questions;
    private final PasskeySettings settings;
    private final PasskeyCheck check;
    private final SignInAttempts attempts;
    private final Sessions sessions;

    PasskeySignIn(
            PasskeyQuestions questions,
            PasskeySettings settings,
            PasskeyCheck check,
            SignInAttempts attempts,
            Sessions sessions) {
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
    @Open("who is not known yet asks here")
    @Transactional
    public PasskeyQuestion ask(String remoteAddress) {
        attempts.countQuestion(remoteAddress);
        var asked = questions.ask(null);
        return new PasskeyQuestion(PasskeyCheck.json(settings.request(asked.challenge())), asked.ticket());
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
    @Open("the passkey itself is what makes someone known")
    @Transactional(noRollbackFor = Refused.class)
    public String use(String ticket, String answer, String device, String remoteAddress) {
        String origin = Origin.of(remoteAddress);
        Optional<UUID> account =
                questions.take(ticket, null).flatMap(challenge -> check.authenticate(challenge, answer));
        if (account.isEmpty()) {
            attempts.countWrong(remoteAddress);
            attempts.record(Outcome.PASSKEY_REFUSED, null, origin);
            throw new Refused("identity.passkey.refused");
        }
        attempts.record(Outcome.SIGNED_IN, account.get(), origin);
        return sessions.begin(account.get(), device);
    }
}
