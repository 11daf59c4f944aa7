package org.convergence.platform.command;

import java.util.List;
import org.convergence.platform.text.Words;

/** Something that whoever runs the server does from a terminal. Contributed as a bean by the module that does it. */
public interface Command {

    /** As it is typed, for instance {@code backup} or {@code keys export}. */
    String name();

    /** Its arguments, for instance {@code FILE}. */
    String arguments();

    /** The key of the sentence that says what it does. */
    String descriptionKey();

    /**
     * Does it, in the name of the system.
     *
     * @param arguments what was typed after the name, as many as {@link #arguments} names
     * @param terminal where it says what it did
     * @throws org.convergence.platform.database.Refused to end with a sentence
     */
    void run(List<String> arguments, Terminal terminal) throws Exception;

    /** Where a command speaks. */
    interface Terminal {

        /** Writes one line as it is. */
        void print(String line);

        /** Words in the language of the terminal. */
        Words words();

        /** Asks for what must not be seen, such as a passphrase; it is shown nowhere. */
        String secret(String questionKey);

        /** Says a sentence. */
        default void say(String key, Object... arguments) {
            print(words().say(key, arguments));
        }
    }
}
