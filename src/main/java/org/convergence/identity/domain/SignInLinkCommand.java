package org.convergence.identity.domain;

import java.util.List;
import org.convergence.platform.command.Command;
import org.convergence.platform.command.CommandUsage;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/**
 * {@code convergence sign-in-link MAIL}: a one-time link that the operator of the server hands over, for instance when
 * mail does not work.
 */
@Component
@CommandUsage(name = "sign-in-link", arguments = "MAIL", description = "identity.command.link")
record SignInLinkCommand(SignInLinkService signIn, ServerAddress address) implements Command {

    @Override
    public void run(List<String> arguments, Terminal terminal) {
        String link = signIn.issueFor(arguments.get(0)).orElseThrow(() -> new Refused("identity.command.unknown"));
        terminal.print(address.find() + "/sign-in/" + link);
    }
}
