package io.lotwire.registry.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.registry.walk.GenealogyGraph.Arrow;
import io.lotwire.registry.walk.GenealogyGraph.Kind;
import io.lotwire.registry.walk.GenealogyGraph.Node;
import io.lotwire.registry.walk.Layers.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void whatFollowsStandsRightOfAllThatItFollowsFrom() {
        Layers layers = layers(4, new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 3}});

        assertThat(nodes(layers)).containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));
        assertThat(layers.route(2)).hasSize(3);
        assertThat(layers.route(2).get(1).isWaypoint()).isTrue();
    }

    @Test
    void aCycleGoesBackOnce() {
        Layers layers = layers(3, new int[][] {{0, 1}, {1, 2}, {2, 0}, {1, 1}});

        assertThat(nodes(layers)).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void arrowsThatNeedNotCrossDoNot() {
        Layers layers = layers(6, new int[][] {{0, 5}, {1, 4}, {2, 3}});

        List<Integer> left = nodes(layers).get(0);
        List<Integer> right = nodes(layers).get(1);
        assertThat(right).isEqualTo(left.stream().map(node -> 5 - node).toList());
    }

    @Test
    void nothingHasNoColumns() {
        assertThat(layers(0, new int[][] {}).columns()).isEmpty();
    }

    @RepeatedTest(20)
    void eachNodeHasOnePlaceAndEachArrowItsWay(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int count = 2 + random.nextInt(40);
        int[][] arrows = new int[random.nextInt(80)][];
        for (int i = 0; i < arrows.length; i++) {
            arrows[i] = new int[] {random.nextInt(count), random.nextInt(count)};
        }

        Layers layers = layers(count, arrows);

        assertThat(nodes(layers).stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
        for (int i = 0; i < arrows.length; i++) {
            List<Slot> route = layers.route(i);
            assertThat(route.get(0).node()).isEqualTo(arrows[i][0]);
            assertThat(route.get(route.size() - 1).node()).isEqualTo(arrows[i][1]);
            for (int step = 1; step < route.size() && route.size() > 2; step++) {
                assertThat(route.get(step).column())
                        .isEqualTo(route.get(step - 1).column() + 1);
            }
        }
    }

    private static Layers layers(int count, int[][] arrows) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(new Node(Kind.LOT, Optional.empty(), List.of("lot " + i)));
        }
        List<Arrow> drawn = new ArrayList<>();
        for (int[] arrow : arrows) {
            drawn.add(new Arrow(arrow[0], arrow[1], "", true));
        }
        return Layers.of(new GenealogyGraph(nodes, drawn, 0));
    }

    private static List<List<Integer>> nodes(Layers layers) {
        return layers.columns().stream()
                .map(column -> column.stream()
                        .filter(slot -> !slot.isWaypoint())
                        .map(Slot::node)
                        .toList())
                .toList();
    }
}
