package org.convergence.example;

import java.util.ArrayList;
import java.util.List;
import org.convergence.identity.domain.SetUpService;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.command.CommandLine;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where {@code CONVERGENCE_EXAMPLE} is true: creates the example organisation at the first start, before any page can
 * be opened, and prints a new one-time link for each role at each start.
 */
@Component
@Profile("!command")
@ConditionalOnBooleanProperty("CONVERGENCE_EXAMPLE")
class ExampleStartup implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExampleStartup.class);

    private final ExampleOrganisation example;
    private final SetUpService setUp;
    private final SignInLinkService signIn;
    private final Messages messages;
    private final BaseUrl baseUrl;
    private final boolean named;
    private boolean running;

    ExampleStartup(
            ExampleOrganisation example,
            SetUpService setUp,
            SignInLinkService signIn,
            Messages messages,
            BaseUrl baseUrl,
            @Value("${CONVERGENCE_ORGANISATION_NAME:}") String organisation) {
        this.example = example;
        this.setUp = setUp;
        this.signIn = signIn;
        this.messages = messages;
        this.baseUrl = baseUrl;
        this.named = !organisation.isBlank();
    }

    /** Before the web server and the jobs, which come last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        if (!named && setUp.isNeeded()) {
            LOG.info("Creating the example organisation");
            example.enter();
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        Words t = CommandLine.words(messages);
        List<String> lines = new ArrayList<>();
        CurrentActor.runAs(
                Actor.system("sign-in-link"),
                () -> ExampleAccounts.readCards().forEach((part, card) -> {
                    if (part.isFirst()) {
                        signIn.issueFor(card.mail())
                                .ifPresent(link -> lines.add(baseUrl.value() + "/sign-in/" + link + "  "
                                        + t.say("example.link", part.role().name(), card.name())));
                    }
                }));
        if (!lines.isEmpty()) {
            CommandLine.print(t.say("example.links") + "\n" + String.join("\n", lines));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
