"""Faults of a file as text and as YAML."""

from lixia_kpi.messages.problem_texts.entry import Entries, Entry

SYNTAX: Entries = {
    "too_large": Entry(
        (
            "文件有 {bytes} 字节，超过 {limit} 字节，不读取",
            "the file has {bytes} bytes, over the {limit} that are read",
        ),
        ("拆分文件，或删去与规划无关的内容", "split it, or leave out what does not belong to the plan"),
    ),
    "bad_encoding": Entry(
        (
            "第 {byte} 字节（{value}）既不是 UTF-8 也不是 GB18030（看来是：{encoding}）",
            "byte {byte} ({value}) is neither UTF-8 nor GB18030 (it looks like: {encoding})",
        ),
        ("将文件另存为 UTF-8", "save the file as UTF-8"),
    ),
    "nul_byte": Entry(
        ("第 {byte} 字节为 NUL：文件损坏或不是文本", "byte {byte} is NUL: the file is damaged or not text"),
        ("重新另存为 UTF-8 文本", "save it again as UTF-8 text"),
    ),
    "empty_file": Entry(
        ("文件是空的", "the file is empty"),
        (
            "规划文件可参照示例编写；实际值文件首行写 id,year,value,unit",
            "start a plan file from an example; begin actuals with the line id,year,value,unit",
        ),
    ),
    "too_many_faults": Entry(
        ("已有 {limit} 处问题，读到此为止", "reading ended after {limit} faults"),
        ("先改正前面列出的问题", "put the first ones right"),
    ),
    "too_many_values": Entry(
        ("一个文件里超过 {limit} 个值", "more than {limit} values in one file"),
        ("拆分文件", "split the file"),
    ),
    "nested_too_deep": Entry(
        ("嵌套超过 {limit} 层", "nested more than {limit} levels deep"),
        ("规划文件不需要这么深的层次，检查括号和缩进", "a plan needs no such depth: look at brackets and indentation"),
    ),
    "yaml_anchor": Entry(
        ("不接受锚点 &{name}", "the anchor &{name} is refused"),
        ("把值直接写在该写的地方", "write the values out where they belong"),
    ),
    "yaml_alias": Entry(
        ("不接受引用 *{name}", "the alias *{name} is refused"),
        ("把值直接写在该写的地方", "write the values out where they belong"),
    ),
    "yaml_merge_key": Entry(
        ("不接受合并键 <<", "the merge key << is refused"),
        ("把各键直接写出来", "write the keys out"),
    ),
    "yaml_tag": Entry(
        ("不接受标签 {tag}", "the tag {tag} is refused"),
        ("删去标签，只写值", "remove the tag and keep the value"),
    ),
    "yaml_documents": Entry(
        ("文件里有第二个文档（---）", "the file has a second document (---)"),
        ("一个文件只写一个文档", "write one document a file"),
    ),
    "yaml_complex_key": Entry(
        ("键是列表或映射", "a key is a list or a mapping"),
        ("键只能是一个词；常见原因是漏了引号", "a key is one word; often a quotation mark is missing"),
    ),
    "duplicate_key": Entry(
        (
            "键 {key} 重复，先见于第 {first_line} 行第 {first_column} 列",
            "the key {key} is written twice, first in line {first_line}, column {first_column}",
        ),
        ("只留一个", "keep one"),
    ),
    "yaml_syntax": Entry(
        ("不是有效的 YAML：{complaint}", "not valid YAML: {complaint}"),
        (
            "对照上一行检查冒号、引号、括号和缩进",
            "look at colons, quotes, brackets and indentation here and one line above",
        ),
    ),
    "yaml_tab": Entry(
        ("缩进里有制表符", "there is a tab in the indentation"),
        ("改用空格", "use blanks"),
    ),
    "yaml_escape": Entry(
        ("双引号里有不认识的转义", "unknown escape within double quotes"),
        ("改用单引号，或把反斜杠写两遍", "use single quotes, or write the backslash twice"),
    ),
    "yaml_open_quote": Entry(
        ("这里的引号没有配对", "the quotation mark here is never closed"),
        ("补上另一半引号", "close it"),
    ),
    "yaml_open_bracket": Entry(
        ("这里的括号没有配对，或其中缺逗号", "the bracket here is not closed, or lacks a comma"),
        ("补上括号或逗号", "close it, or add the comma"),
    ),
    "yaml_stray_colon": Entry(
        (
            "没有引号的值里有“: ”，或键后既有值又有下级键",
            "a colon and blank within an unquoted value, or a value before further keys",
        ),
        ("给值加引号", "quote the value"),
    ),
    "yaml_missing_colon": Entry(
        ("这一行应为“键: 值”，但没有冒号加空格", "a key is expected here, but there is no colon followed by a blank"),
        ("写成 key: value", "write key: value"),
    ),
    "yaml_full_width_colon": Entry(
        ("用了全角冒号：", "a full-width colon stands for the plain one"),
        ("改为半角冒号加空格", "write a plain colon and a blank"),
    ),
    "yaml_indentation": Entry(
        ("同一级的键没有左对齐", "the keys of one mapping do not begin in the same column"),
        ("对齐缩进", "align them"),
    ),
    "yaml_reserved_character": Entry(
        ("值以保留字符 {character} 开头", "a value begins with the reserved character {character}"),
        ("给值加引号，如 '%'", "quote it, as in '%'"),
    ),
    "yaml_unquoted_comparator": Entry(
        ("比较符没有加引号", "a comparator without quotation marks"),
        ("写成 op: '>='", "write op: '>='"),
    ),
    "yaml_control_character": Entry(
        ("有 YAML 不允许的控制字符 {character}", "the control character {character} is not allowed in YAML"),
        ("删去它", "remove it"),
    ),
}
