package org.convergence.directory.people.domain.imports;

import java.util.List;

/**
 * What becomes of a line.
 *
 * @param name whom it is about, as one sees it; empty where it names nobody
 */
record Assessed(int line, String name, Outcome outcome, List<Remark> remarks) {}
