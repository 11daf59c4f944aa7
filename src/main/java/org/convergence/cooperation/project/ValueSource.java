package org.convergence.cooperation.project;

import java.util.List;
import org.convergence.platform.text.Words;

/** Tells where an entered value comes from. Implemented by modules whose records are counted in indicators. */
public interface ValueSource {

    /** A record that was counted; its address is {@code url}. */
    record CountedRecord(String title, String detail, String url) {}

    /** The records counted in the value of an address, the earliest first. */
    List<CountedRecord> find(String value, Words t);
}
