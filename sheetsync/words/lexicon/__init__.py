"""The word forms that deadlines are read by: data, one line a meaning, and hardly any code.

`kinds` says which parts words can play; `entries` has them all, and itself those that join the
others: "до", "в течение", "середина", "каждый". The rest by what they name:

- `calendar`: months, seasons, weekdays, units, frequencies, "следующего"; `numbers`: "первый";
- `named_days`: «День учителя», and when each falls;
- `replaced`: «перенесено», «вместо»: which of two days holds;
- `waiting`: what depends on others: "по плану министерства", "срок уточняется";
- `posts`: how posts begin, for patterns;
- `belarusian`, `kazakh`, `ukrainian`: the same parts in another language;
- `beside`: stems of plain words beside a time, by whether they can change it; `doings`: of what is
  due then, held then, or lasts until then.

Forms are folded: lower case, е for ё, "-" for every dash, no full stops. "|" parts forms; in lists
where every form is a single word, a space does.
"""
