package org.convergence.platform.command;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.text.Words;
import org.springframework.util.ClassUtils;

/** A command for administrators in a terminal. Contributed as a bean by its module. */
public interface Command {

    /** How it is typed, as its class names it. */
    default CommandUsage usage() {
        Class<?> type = ClassUtils.getUserClass(this);
        return Objects.requireNonNull(type.getAnnotation(CommandUsage.class), () -> type + " names no usage");
    }

    /**
     * Runs the command as the system.
     *
     * @param arguments the typed arguments, as many as {@link CommandUsage#arguments} names
     * @param terminal its output
     * @throws org.convergence.platform.database.Refused to end with a message
     */
    void run(List<String> arguments, Terminal terminal) throws Exception;

    /** The terminal of a command. */
    interface Terminal {

        /** Writes one line as it is. */
        void print(String line);

        /** Messages in the language of the terminal. */
        Words words();

        /** Asks for a secret, such as a passphrase, without showing it. */
        String secret(String questionKey);

        /** Prints a message. */
        default void say(String key, Object... arguments) {
            print(words().say(key, arguments));
        }
    }
}
