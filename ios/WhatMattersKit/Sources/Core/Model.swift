// The core's types, by names that collide with nothing of the platform's.
import WhatMattersCore
import WhatMattersTypes

/// What the core says and hears. Its names are those of `shared/src/screen`;
/// SwiftUI has a Button, a Form and a Table of its own.
public enum Model {
    public typealias Action = WhatMattersTypes.Action
    public typealias Axis = WhatMattersTypes.Axis
    public typealias Block = WhatMattersTypes.Block
    public typealias Button = WhatMattersTypes.Button
    public typealias ButtonStyle = WhatMattersTypes.ButtonStyle
    public typealias Buttons = WhatMattersTypes.Buttons
    public typealias Card = WhatMattersTypes.Card
    public typealias Cards = WhatMattersTypes.Cards
    public typealias CareCard = WhatMattersTypes.CareCard
    public typealias Cell = WhatMattersTypes.Cell
    public typealias Chart = WhatMattersTypes.Chart
    public typealias Choice = WhatMattersTypes.Choice
    public typealias ChoiceField = WhatMattersTypes.ChoiceField
    public typealias Column = WhatMattersTypes.Column
    public typealias DateField = WhatMattersTypes.DateField
    public typealias DateInput = WhatMattersTypes.DateInput
    public typealias Details = WhatMattersTypes.Details
    public typealias DoDont = WhatMattersTypes.DoDont
    public typealias EmptyState = WhatMattersTypes.EmptyState
    public typealias Event = WhatMattersTypes.Event
    public typealias Field = WhatMattersTypes.Field
    public typealias FieldInput = WhatMattersTypes.FieldInput
    public typealias File = WhatMattersTypes.FilesOperation
    public typealias FileField = WhatMattersTypes.FileField
    public typealias FileOutcome = WhatMattersTypes.FilesOutput
    public typealias Form = WhatMattersTypes.Form
    public typealias Frequency = WhatMattersTypes.Frequency
    public typealias GridOption = WhatMattersTypes.GridOption
    public typealias Heading = WhatMattersTypes.Heading
    public typealias Icon = WhatMattersTypes.Icon
    public typealias Input = WhatMattersTypes.Input
    public typealias Inset = WhatMattersTypes.Inset
    public typealias Launch = WhatMattersTypes.Launch
    public typealias Link = WhatMattersTypes.Link
    public typealias LongTextField = WhatMattersTypes.LongTextField
    public typealias Look = WhatMattersTypes.Look
    public typealias Meter = WhatMattersTypes.Meter
    public typealias MoneyField = WhatMattersTypes.MoneyField
    public typealias Notice = WhatMattersTypes.Notice
    public typealias NoticeTone = WhatMattersTypes.NoticeTone
    public typealias NumberField = WhatMattersTypes.NumberField
    public typealias OptionsGrid = WhatMattersTypes.OptionsGrid
    public typealias Page = WhatMattersTypes.Page
    public typealias Paragraph = WhatMattersTypes.Paragraph
    public typealias ParagraphStyle = WhatMattersTypes.ParagraphStyle
    public typealias PickedFile = WhatMattersTypes.PickedFile
    public typealias Picture = WhatMattersTypes.Picture
    public typealias Point = WhatMattersTypes.Point
    public typealias Question = WhatMattersTypes.Question
    public typealias Request = WhatMattersTypes.Request
    public typealias Requests = WhatMattersTypes.Requests
    public typealias Row = WhatMattersTypes.Row
    public typealias ScaleField = WhatMattersTypes.ScaleField
    public typealias SearchField = WhatMattersTypes.SearchField
    public typealias Series = WhatMattersTypes.Series
    public typealias SummaryList = WhatMattersTypes.SummaryList
    public typealias SummaryRow = WhatMattersTypes.SummaryRow
    public typealias SyncState = WhatMattersTypes.SyncState
    public typealias SyncStatus = WhatMattersTypes.SyncStatus
    public typealias Tab = WhatMattersTypes.Tab
    public typealias Table = WhatMattersTypes.Table
    public typealias Tag = WhatMattersTypes.Tag
    public typealias Target = WhatMattersTypes.Target
    public typealias Task = WhatMattersTypes.Task
    public typealias TaskList = WhatMattersTypes.TaskList
    public typealias TextField = WhatMattersTypes.TextField
    public typealias TextPurpose = WhatMattersTypes.TextPurpose
    public typealias TextSize = WhatMattersTypes.TextSize
    public typealias Theme = WhatMattersTypes.Theme
    public typealias Thread = WhatMattersTypes.Thread
    public typealias ThreadMessage = WhatMattersTypes.ThreadMessage
    public typealias TimeField = WhatMattersTypes.TimeField
    public typealias Timeline = WhatMattersTypes.Timeline
    public typealias TimelineItem = WhatMattersTypes.TimelineItem
    public typealias Tone = WhatMattersTypes.Tone
    public typealias Urgency = WhatMattersTypes.Urgency
    public typealias Zone = WhatMattersTypes.Zone
}

/// What a core needs to be told before it starts.
public typealias CoreConfig = WhatMattersCore.CoreConfig

// Plain values all the way down; the generator does not say so.
extension Model.Page: @retroactive @unchecked Sendable {}
extension Model.Event: @retroactive @unchecked Sendable {}
extension Model.File: @retroactive @unchecked Sendable {}
extension Model.FileOutcome: @retroactive @unchecked Sendable {}
