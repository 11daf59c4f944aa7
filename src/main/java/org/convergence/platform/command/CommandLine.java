package org.convergence.platform.command;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.DatabaseUnavailable;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * Runs one command with only the beans that it needs: no web server, no jobs, no start-up work (beans of the profile
 * {@value #PROFILE} only). Joins the embedded server if the application runs.
 */
public final class CommandLine {

    /** Active while a command runs; start-up work besides serving is marked with {@code @Profile("!command")}. */
    public static final String PROFILE = "command";

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final Words words;

    private CommandLine(PrintStream out, Words words) {
        this.out = out;
        this.words = words;
    }

    /** Whether the program's arguments are a command rather than options of the server. */
    public static boolean isCommand(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("--");
    }

    /**
     * Runs the command.
     *
     * @return the status for the shell: 0 done, 1 refused or failed, 2 not a command
     */
    public static int run(Class<?> application, String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new CommandLine(out, words(Messages.load())).runCommand(application, arguments);
    }

    /** Messages in the language of the terminal: that of {@code LANG}, French if it is not supported. */
    public static Words words(Messages messages) {
        String tongue = System.getenv().getOrDefault("LANG", "fr").toLowerCase(Locale.ROOT);
        Language language = tongue.startsWith("en") ? Language.ENGLISH : Language.FRENCH;
        return messages.in(language, ZoneId.systemDefault());
    }

    /** Prints text in the terminal that started the program; not in the log, which is stored and sent elsewhere. */
    public static void print(String text) {
        var terminal = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        terminal.println("\n" + text + "\n");
        terminal.flush();
    }

    private int runCommand(Class<?> application, String[] arguments) {
        try (ConfigurableApplicationContext context = context(application)) {
            List<Command> commands = context.getBeansOfType(Command.class).values().stream()
                    .sorted(Comparator.comparing((Command each) -> each.usage().name()))
                    .toList();
            String typed = String.join(" ", arguments);
            Optional<Command> command = commands.stream()
                    .filter(one -> typed.equals(one.usage().name())
                            || typed.startsWith(one.usage().name() + " "))
                    .findFirst();
            if (command.isEmpty()) {
                help(commands);
                return MISUSED;
            }
            return run(command.get(), arguments);
        } catch (Exception e) {
            return refusal(e);
        }
    }

    private int run(Command command, String[] arguments) throws Exception {
        int words = command.usage().name().split(" ", -1).length;
        List<String> rest = Arrays.asList(arguments).subList(words, arguments.length);
        int wanted = command.usage().arguments().isEmpty()
                ? 0
                : command.usage().arguments().split(" ", -1).length;
        if (rest.size() != wanted) {
            help(List.of(command));
            return MISUSED;
        }
        CurrentActor.callAs(Actor.system(command.usage().name()), () -> {
            command.run(rest, new SystemTerminal());
            return true;
        });
        return DONE;
    }

    private void help(List<Command> commands) {
        out.println(words.say("command.usage"));
        for (Command command : commands) {
            out.println("  convergence "
                    + (command.usage().name() + " " + command.usage().arguments()).strip() + "  "
                    + words.say(command.usage().description()));
        }
    }

    private int refusal(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                out.println(words.say(refused.messageKey(), refused.arguments()));
                return REFUSED;
            }
            if (cause instanceof DatabaseUnavailable unavailable) {
                out.println(unavailable.getMessage());
                out.println(unavailable.remedy());
                return REFUSED;
            }
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        out.println(words.say("command.failed", String.valueOf(root)));
        return REFUSED;
    }

    private static ConfigurableApplicationContext context(Class<?> application) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .profiles(PROFILE)
                .properties(Map.of(
                        "convergence.database.join", "true",
                        "convergence.jobs.enabled", "false",
                        "spring.main.lazy-initialization", "true"))
                // Failures are reported once, in a sentence.
                .run("--logging.level.root=warn", "--logging.level.org.springframework=off");
    }

    private final class SystemTerminal implements Command.Terminal {

        private final Scanner piped = new Scanner(System.in, StandardCharsets.UTF_8);

        @Override
        public void print(String line) {
            out.println(line);
        }

        /**
         * Reads the secret from the environment if a program runs the command, else from the keyboard or from piped
         * input.
         */
        @Override
        @SuppressWarnings("SystemConsoleNull")
        public String secret(String questionKey) {
            String given = System.getenv("CONVERGENCE_PASSPHRASE");
            if (given != null) {
                return given;
            }
            Console console = System.console();
            if (console != null) {
                return new String(console.readPassword("%s ", words.say(questionKey)));
            }
            String line = piped.hasNextLine() ? piped.nextLine() : "";
            return line.strip();
        }

        @Override
        public Words words() {
            return words;
        }
    }
}
