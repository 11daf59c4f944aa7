package org.convergence.platform.command;

import java.util.List;
import org.convergence.platform.text.Words;

/** A command for administrators in a terminal. Contributed as a bean by its module. */
public interface Command {

    /** The name to type, for instance {@code backup} or {@code keys export}. */
    String name();

    /** Its arguments, for instance {@code FILE}. */
    String arguments();

    /** The message key of its description. */
    String descriptionKey();

    /**
     * Runs the command as the system.
     *
     * @param arguments the typed arguments, as many as {@link #arguments} names
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
