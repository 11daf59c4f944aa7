package org.convergence.directory.people;

import java.util.List;

/**
 * Finds people of the directory who are named in texts, for what leaves the house: nobody is named there without a
 * consent. Who is called by one word only, or written in small letters, is not found.
 */
public interface NamesInText {

    /** For each text, in its order, the names that stand in it; in one query, however many texts there are. */
    List<List<String>> in(List<String> texts);
}
