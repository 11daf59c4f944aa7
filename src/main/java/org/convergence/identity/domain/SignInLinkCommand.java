package org.convergence.identity.domain;

import java.util.List;
import org.convergence.platform.command.Command;
import org.convergence.platform.database.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code convergence sign-in-link MAIL}: a one-time link for who runs the server to hand over, when mail does not work or
 * the only coordinator has lost hers.
 */
@Component
class SignInLinkCommand implements Command {

    private final SignIn signIn;
    private final String baseUrl;

    SignInLinkCommand(SignIn signIn, @Value("${convergence.base-url}") String baseUrl) {
        this.signIn = signIn;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return "sign-in-link";
    }

    @Override
    public String arguments() {
        return "MAIL";
    }

    @Override
    public String descriptionKey() {
        return "identity.command.link";
    }

    @Override
    public void run(List<String> arguments, Terminal terminal) {
        String link = signIn.issueFor(arguments.get(0)).orElseThrow(() -> new Refused("identity.command.unknown"));
        terminal.print(baseUrl + "/sign-in/" + link);
    }
}
