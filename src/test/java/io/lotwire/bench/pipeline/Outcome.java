package io.lotwire.bench.pipeline;

import io.lotwire.bench.Figure;
import io.lotwire.bench.Result.Table;
import java.util.List;

/**
 * What one measure gave.
 *
 * @param tables the gateway beside what it is held against
 * @param figures what follows, each with its goal
 */
record Outcome(List<Table> tables, List<Figure> figures) {}
